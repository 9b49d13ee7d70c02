package dev.anycarrier.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of every document of this repository, and every link. */
class DocumentsTest {

    /** Of which {@code text} is what is printed, drawn, or said by somebody else's documents. */
    private static final Set<String> LANGUAGES = Set.of("java", "sh", "properties", "json", "xml", "csv", "text");

    private static final Pattern MODULE = Pattern.compile("<module>(.*)</module>");
    private static final List<Document> DOCUMENTS = Document.all();
    private static final List<Block> BLOCKS =
            DOCUMENTS.stream().flatMap(document -> document.blocks().stream()).toList();

    @Test
    void all_documents_are_looked_at() {
        assertThat(DOCUMENTS)
                .extracting(document -> document.path().toString())
                .contains(
                        "README.md",
                        "CONTRIBUTING.md",
                        "CHANGELOG.md",
                        "docs/add-a-carrier.md",
                        "docs/cluster.md",
                        "docs/conformance.md",
                        "docs/embed.md",
                        "docs/errors.md",
                        "docs/operate.md",
                        "docs/decisions/README.md",
                        "docs/decisions/0001-two-stages.md",
                        "docs/decisions/0002-own-transport.md",
                        "docs/decisions/0003-exact-limiter.md",
                        "docs/decisions/0004-blocking-interface.md");
        assertThat(BLOCKS).hasSizeGreaterThan(40);
    }

    @Test
    void every_block_is_of_a_known_kind() {
        assertThat(BLOCKS)
                .allSatisfy(
                        block -> assertThat(block.language()).as(block.place()).isIn(LANGUAGES));
    }

    @Test
    void java_compiles() {
        final List<Block> own =
                java().filter(block -> block.noteOf("excerpt").isEmpty()).toList();
        assertThat(own).hasSizeGreaterThan(8);
        assertThat(JavaBlocks.compile(own)).isEmpty();
    }

    @Test
    void java_that_stands_in_a_file_too_is_that_files() {
        final List<Block> excerpts =
                java().filter(block -> !block.noteOf("excerpt").isEmpty()).toList();
        assertThat(excerpts)
                .isNotEmpty()
                .allSatisfy(block ->
                        assertThat(JavaBlocks.missing(block)).as(block.place()).isEmpty());
    }

    @Test
    void recipes_that_are_compiled_are_shown() throws IOException {
        final Path recipes = Document.ROOT.resolve("documents/src/test/java/com/example/platform");
        try (Stream<Path> files = Files.list(recipes)) {
            // What tries the recipe for Spring Boot is more than a reader needs.
            assertThat(java().map(block -> block.noteOf("excerpt")))
                    .containsAll(
                            files.map(file -> Document.ROOT.relativize(file).toString())
                                    .filter(file -> !file.endsWith("package-info.java")
                                            && !file.endsWith("UsageConfigurationTest.java"))
                                    .toList());
        }
    }

    @Test
    void each_module_has_its_line_in_the_layout() throws IOException {
        final List<String> modules = MODULE.matcher(Files.readString(Document.ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        final List<String> lines = Document.read(Path.of("CONTRIBUTING.md")).lines();
        assertThat(modules)
                .hasSizeGreaterThan(15)
                .allSatisfy(module -> assertThat(lines)
                        .anyMatch(line ->
                                line.startsWith("| `") && line.split("\\|", -1)[1].contains("`" + module + "`")));
    }

    @Test
    void commands_exist_with_their_options() {
        assertThat(of("sh").flatMap(block -> ShellBlocks.problems(block).stream()))
                .isEmpty();
    }

    @Test
    void settings_open_accounts() {
        assertThat(of("properties"))
                .isNotEmpty()
                .allSatisfy(block -> assertThatCode(() -> DataBlocks.settings(block))
                        .as(block.place())
                        .doesNotThrowAnyException());
    }

    @Test
    void data_can_be_read() {
        assertThat(of("json"))
                .isNotEmpty()
                .allSatisfy(block -> assertThatCode(() -> DataBlocks.json(block))
                        .as(block.place())
                        .doesNotThrowAnyException());
        assertThat(of("xml"))
                .isNotEmpty()
                .allSatisfy(block -> assertThatCode(() -> DataBlocks.xml(block))
                        .as(block.place())
                        .doesNotThrowAnyException());
        assertThat(of("csv"))
                .allSatisfy(block -> assertThatCode(() -> DataBlocks.csv(block))
                        .as(block.place())
                        .doesNotThrowAnyException());
    }

    @Test
    void text_hides_no_code() {
        final Predicate<String> code = line -> line.strip().startsWith("import ")
                || line.strip().startsWith("./anycarrier ")
                || line.strip().startsWith("mvn ");
        assertThat(of("text"))
                .allSatisfy(block -> assertThat(block.lines()).as(block.place()).noneMatch(code));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_somewhere(final Document document) {
        final List<String> broken = new ArrayList<>();
        for (final String link : document.links()) {
            if (!leadsSomewhere(document, link)) {
                broken.add(link);
            }
        }
        assertThat(broken).as(document.toString()).isEmpty();
    }

    static List<Document> documents() {
        return DOCUMENTS;
    }

    /** What is elsewhere is not asked: an address has to be one. */
    private static boolean leadsSomewhere(final Document document, final String link) {
        final URI target = URI.create(link);
        if (target.isAbsolute()) {
            return target.getScheme().toLowerCase(Locale.ROOT).equals("https") && target.getHost() != null;
        }
        final Path from = Document.ROOT.resolve(document.path());
        final String path = target.getPath();
        final Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        if (!Files.exists(file) || !file.startsWith(Document.ROOT)) {
            return false;
        }
        final String anchor = target.getFragment();
        return anchor == null
                || Document.read(Document.ROOT.relativize(file)).anchors().contains(anchor);
    }

    private static Stream<Block> java() {
        return of("java");
    }

    private static Stream<Block> of(final String language) {
        return BLOCKS.stream().filter(block -> block.language().equals(language));
    }
}
