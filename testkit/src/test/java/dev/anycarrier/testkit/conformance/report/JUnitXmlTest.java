package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlTest {

    @Test
    void a_carrier_is_a_suite_that_counts_its_rules() throws Exception {
        final Element suite = parsed(SampleReport.ofEverything());

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("conformance.acme");
        assertThat(suite.getAttribute("tests")).isEqualTo("10");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("4");
        assertThat(suite.getAttribute("time")).isEqualTo("12.346");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-03-04T05:06:07");
        assertThat(all(suite, "testcase")).hasSize(10);
        assertThat(all(suite, "failure")).hasSize(2);
        assertThat(all(suite, "skipped")).hasSize(4);
    }

    @Test
    void a_rule_is_a_test_with_its_group_and_its_time() throws Exception {
        final Element first =
                all(parsed(SampleReport.ofEverything()), "testcase").get(0);

        assertThat(first.getAttribute("classname")).isEqualTo("conformance.acme.DISCOVERY");
        assertThat(first.getAttribute("name"))
                .isEqualTo("DISCOVERY-01 The identifier is lower-case words joined by \"-\".");
        assertThat(first.getAttribute("time")).isEqualTo("0.043");
        assertThat(first.getChildNodes().getLength()).isZero();
    }

    @Test
    void a_failure_says_what_was_found_why_it_matters_and_what_was_on_the_wire() throws Exception {
        final Element failure =
                all(parsed(SampleReport.ofEverything()), "failure").get(0);

        assertThat(failure.getAttribute("type")).isEqualTo("MUST");
        assertThat(failure.getAttribute("message")).contains("1073741824").contains("\n");
        assertThat(failure.getTextContent())
                .contains("NUMBERS-01")
                .contains("why:     A customer is charged by it")
                .contains("> GET /v2/sims/…4217/usage")
                .contains("< HTTP/1.1 200");
    }

    @Test
    void what_was_not_shown_is_skipped_with_the_reason() throws Exception {
        assertThat(all(parsed(SampleReport.ofEverything()), "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly(
                        "DEVIATED: The carrier's own errors are HTML too."
                                + " (https://issues.example.com/browse/ACME-17?a=b&c=d, since 2026-02-28)",
                        "NOT_OFFERED: the carrier has USAGE_BY_HOUR, and the provider does not offer it",
                        "NOT_APPLICABLE: neither the carrier nor the provider have TAG_TOTAL",
                        "NOT_RUN: nobody tried it");
    }

    @Test
    void it_is_well_formed_whatever_a_carrier_sends() throws Exception {
        final StringBuilder everything = new StringBuilder();
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            everything.append((char) character);
        }
        final String text = everything.append("\uD83D\uDE00]]>").toString();
        final ConformanceReport report =
                SampleReport.of(text, text, SampleReport.ofNothing().results());

        assertThat(parsed(report).getAttribute("name")).contains("\\u0000").contains("\uD83D\uDE00]]>");
        assertThat(parsed(SampleReport.ofNothing()).getAttribute("name")).contains("\\u202Egnp.exe");
    }

    private static Element parsed(final ConformanceReport report) throws Exception {
        final byte[] xml = JUnitXml.write(report).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static List<Element> all(final Element in, final String name) {
        final NodeList nodes = in.getElementsByTagName(name);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
