package dev.anycarrier.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One document.
 *
 * @param path from this repository's root
 * @param lines all of it
 */
record Document(Path path, List<String> lines) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");
    private static final Pattern NOTE = Pattern.compile("<!-- ([a-z]+:.*) -->");
    private static final Pattern LINK = Pattern.compile("\\[(?:[^\\]\\[]|\\[[^\\]]*\\])*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");

    /** All of this repository. */
    static List<Document> all() {
        final Set<Path> paths = new TreeSet<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        paths.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths.stream().map(path -> read(ROOT.relativize(path))).toList();
    }

    static Document read(final Path path) {
        try {
            return new Document(path, Files.readAllLines(ROOT.resolve(path)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        final List<Block> blocks = new ArrayList<>();
        String note = "";
        for (int index = 0; index < lines.size(); index++) {
            final String line = lines.get(index).strip();
            if (line.startsWith("```")) {
                final int end = endOfFence(index);
                blocks.add(new Block(
                        path + ":" + (index + 1), line.substring(3).strip(), note, lines.subList(index + 1, end)));
                index = end;
            }
            final Matcher comment = NOTE.matcher(line);
            note = comment.matches() ? comment.group(1) : "";
        }
        return blocks;
    }

    /** Where its links lead, as they are written. */
    List<String> links() {
        final List<String> links = new ArrayList<>();
        for (final String line : prose()) {
            final Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", "code"));
            while (link.find()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    /** What can stand behind {@code #} in a link to it, as GitHub makes them of headings. */
    Set<String> anchors() {
        final Set<String> anchors = new TreeSet<>();
        final Map<String, Integer> seen = new HashMap<>();
        for (final String line : prose()) {
            final Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                final String anchor = anchor(heading.group(1));
                final int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    private static String anchor(final String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private List<String> prose() {
        final List<String> prose = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (lines.get(index).strip().startsWith("```")) {
                index = endOfFence(index);
            } else {
                prose.add(lines.get(index));
            }
        }
        return prose;
    }

    private int endOfFence(final int start) {
        for (int index = start + 1; index < lines.size(); index++) {
            if (lines.get(index).strip().equals("```")) {
                return index;
            }
        }
        throw new IllegalStateException(path + ":" + (start + 1) + " begins a block that does not end");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
