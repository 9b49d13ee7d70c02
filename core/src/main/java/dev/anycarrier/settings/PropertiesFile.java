package dev.anycarrier.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a settings file holds. Its format is described at {@link SettingsBuilder#file}.
 *
 * @param name the file's name without its folders, or empty if there is no file
 * @param values by full name
 * @param problems of lines; no text of a line is part of them but the names
 */
record PropertiesFile(String name, Map<String, GivenValue> values, List<SettingsProblem> problems) {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static PropertiesFile none() {
        return new PropertiesFile("", Map.of(), List.of());
    }

    static PropertiesFile read(final Path path, final Map<String, String> environment) {
        return parse(String.valueOf(path.getFileName()), content(path), environment);
    }

    private static PropertiesFile parse(
            final String fileName, final String content, final Map<String, String> environment) {
        final Map<String, GivenValue> values = new HashMap<>();
        final Map<String, String> places = new HashMap<>();
        final List<SettingsProblem> problems = new ArrayList<>();
        final String[] lines = LINE_END.split(content, -1);
        for (int index = 0; index < lines.length; index++) {
            final String line = lines[index].strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("!")) {
                continue;
            }
            final String place = "line " + (index + 1);
            final String origin = fileName + ", " + place;
            final int equals = line.indexOf('=');
            if (line.endsWith("\\")) {
                problems.add(new SettingsProblem(
                        fileName, origin, "has a line that ends in a backslash, but no line goes on in the next"));
                // What was meant to go on is part of a value, perhaps of a secret: it must not be taken for a name.
                index++;
            } else if (equals < 0) {
                problems.add(new SettingsProblem(fileName, origin, "has a line that is not 'account.key = value'"));
            } else {
                final String name = line.substring(0, equals).strip();
                final String text = line.substring(equals + 1).strip();
                final String earlier = places.putIfAbsent(name, place);
                if (earlier == null) {
                    values.put(name, Placeholders.replace(text, environment, origin));
                } else {
                    problems.add(new SettingsProblem(
                            SettingNames.shown(name), origin, "is given twice, first in " + earlier));
                }
            }
        }
        return new PropertiesFile(fileName, Map.copyOf(values), List.copyOf(problems));
    }

    private static String content(final Path path) {
        try {
            final String content = Files.readString(path);
            return !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK ? content.substring(1) : content;
        } catch (final NoSuchFileException e) {
            throw unreadable(path, "does not exist");
        } catch (final AccessDeniedException e) {
            throw unreadable(path, "may not be read by this process");
        } catch (final CharacterCodingException e) {
            throw unreadable(path, "is not UTF-8");
        } catch (final IOException e) {
            throw unreadable(path, Files.isDirectory(path) ? "is a folder" : "cannot be read");
        }
    }

    private static InvalidSettingsException unreadable(final Path path, final String problem) {
        return new InvalidSettingsException(
                List.of(new SettingsProblem(path.toString(), "the settings file", problem)));
    }
}
