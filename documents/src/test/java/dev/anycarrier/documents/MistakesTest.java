package dev.anycarrier.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what looks at the documents would notice. */
class MistakesTest {

    @Test
    void java_that_names_what_is_not_there_is_told_with_its_place() {
        assertThat(JavaBlocks.compile(List.of(
                        block("java", "carriers.usage(sim);"),
                        block("java", "show(carriers.usages(sim));"),
                        block("java", "private final Anycarier carriers;"),
                        block("java", "class Mine { int method() { return 1; } }"))))
                .hasSize(2)
                .allMatch(said -> said.startsWith("made-up.md:7 at line 1 of the block"))
                .anyMatch(said -> said.contains("usages"))
                .anyMatch(said -> said.contains("Anycarier"));
    }

    @Test
    void an_excerpt_that_its_file_does_not_have_is_told() {
        assertThat(JavaBlocks.missing(new Block(
                        "made-up.md:7",
                        "java",
                        "excerpt: core/src/main/java/dev/anycarrier/Anycarrier.java",
                        List.of("    public static Builder builder() {", "        return new Bilder();"))))
                .containsExactly("        return new Bilder();");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./anycarrier usages airalo:1",
                "./anycarrier usage --ouput json airalo:1",
                "cat sims.txt | ./anycarrier sweep - --no-such-option > usage.jsonl",
                "mvn -Pno-such-profile verify",
                "mvn -pl no-such-module test",
                "mvn verifi",
                "benchmarks/walk",
                "frobnicate --all"
            })
    void a_command_that_is_not_there_is_told(final String command) {
        assertThat(ShellBlocks.problems(block("sh", command))).hasSize(1);
    }

    @Test
    void what_stands_around_commands_is_understood() {
        assertThat(ShellCommands.of(List.of(
                        "# a comment",
                        "A=1 ./anycarrier usage \"a b\" \\",
                        "    --output json > out.json 2>&1 &   # another",
                        "cat > file <<END",
                        "./anycarrier nonsense",
                        "END",
                        "wc -l a && diff <(jq . a) $(cat b); cd c | mvn test")))
                .containsExactly(
                        List.of("./anycarrier", "usage", "a b", "--output", "json"),
                        List.of("cat"),
                        List.of("wc", "-l", "a"),
                        List.of("diff", "<(jq . a)", "$(cat b)"),
                        List.of("cd", "c"),
                        List.of("mvn", "test"));
    }

    @Test
    void data_that_cannot_be_read_is_told() {
        assertThatThrownBy(() -> DataBlocks.settings(block("properties", "airalo.client-idd = 1")))
                .hasMessageContaining("client-idd");
        assertThatThrownBy(() -> DataBlocks.json(block("json", "{\"a\": 1,}"))).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> DataBlocks.xml(block("xml", "<a></b>"))).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> DataBlocks.csv(block("csv", "a,b", "1"))).isInstanceOf(Exception.class);
    }

    @Test
    void blocks_notes_links_and_anchors_are_found() {
        final Document document = new Document(
                Path.of("made-up.md"),
                List.of(
                        "# A `title`, so to say",
                        "[one](a.md#b), ![two](c.svg), [`code`](d) and `[no](link)`",
                        "<!-- excerpt: some/path -->",
                        "```java",
                        "# no heading, [no](link)",
                        "```",
                        "## Again",
                        "## Again"));

        assertThat(document.links()).containsExactly("a.md#b", "c.svg", "d");
        assertThat(document.anchors()).containsExactlyInAnyOrder("a-title-so-to-say", "again", "again-1");
        assertThat(document.blocks()).singleElement().satisfies(block -> {
            assertThat(block.language()).isEqualTo("java");
            assertThat(block.noteOf("excerpt")).isEqualTo("some/path");
            assertThat(block.place()).isEqualTo("made-up.md:4");
        });
    }

    @Test
    void a_block_without_an_end_is_told() {
        assertThatThrownBy(() -> new Document(Path.of("made-up.md"), List.of("```sh", "cat")).blocks())
                .hasMessageContaining("made-up.md:1");
    }

    private static Block block(final String language, final String... lines) {
        return new Block("made-up.md:7", language, "", List.of(lines));
    }
}
