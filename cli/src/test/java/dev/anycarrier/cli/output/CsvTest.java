package dev.anycarrier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void a_field_is_quoted_where_it_must_be() {
        assertThat(Csv.line("plain", "", "a,b", "say \"hi\"", " space"))
                .isEqualTo("plain,,\"a,b\",\"say \"\"hi\"\"\",\" space\"");
    }

    @Test
    void a_record_stays_on_one_line() {
        assertThat(Csv.line("a\r\nb", "c")).isEqualTo("a\\u000d\\u000ab,c");
    }
}
