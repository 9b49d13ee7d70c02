package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UsageTableTest {

    @Test
    void a_stale_value_says_so_beside_its_age_in_red() {
        final UsageTable table = new UsageTable();
        table.add("acme:1", Outcomes.stale());
        table.add("acme:2", Outcomes.fresh(Outcomes.report()));
        final ByteArrayOutputStream out = new ByteArrayOutputStream();

        table.print(new PrintStream(out, true, StandardCharsets.UTF_8), true);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .satisfies(
                        lines -> assertThat(lines.get(1)).startsWith("acme:1").endsWith("\u001b[31mSTALE 3 h\u001b[0m"))
                .satisfies(
                        lines -> assertThat(lines.get(4)).startsWith("acme:2").endsWith(" 5 s"));
    }
}
