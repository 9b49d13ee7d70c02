package dev.anycarrier.testkit.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anycarrier.testkit.conformance.result.ConformanceReport;
import dev.anycarrier.testkit.conformance.result.Deviation;
import dev.anycarrier.testkit.conformance.result.Outcome;
import dev.anycarrier.testkit.conformance.result.RuleResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarrierPageTest {

    private static final Pattern TAG = Pattern.compile("<([a-z0-9]+)([^>]*)>");

    @Test
    void the_verdict_is_the_heading_with_a_sentence_that_leads_to_what_is_broken() {
        final String page = CarrierPage.write(SampleReport.ofEverything());

        assertThat(page).contains("<h1>NOT CONFORMANT</h1>", "2 of 10 rules are broken: ");
        assertThat(page).contains("<a href=\"#NUMBERS-01\" class=\"id\">NUMBERS-01</a>");
        assertThat(page).contains("id=\"NUMBERS-01\"");
    }

    @Test
    void every_verdict_has_its_sentence() {
        assertThat(CarrierPage.write(SampleReport.conformant("acme", "Acme")))
                .contains("<h1>CONFORMANT</h1>", "Every rule that applies is kept: 10 of 10 rules.");
        assertThat(pageWithout(Outcome.FAILED))
                .contains("<h1>PARTIAL</h1>", "Nothing was found, but 1 of 8 rules were not tried: ");
        assertThat(pageWithout(Outcome.FAILED, Outcome.NOT_RUN))
                .contains("<h1>WITH DEVIATIONS</h1>", "but for 1 deviation that is known: ");
    }

    @Test
    void failures_are_open_and_all_else_is_closed() {
        final String page = CarrierPage.write(SampleReport.ofEverything());

        assertThat(page).contains("<details class=\"rule o-failed\" id=\"NUMBERS-01\" open=\"\">");
        assertThat(page).contains("<details class=\"rule o-passed\" id=\"NUMBERS-02\">");
        assertThat(page.split("<details class=\"rule", -1)).hasSize(11);
    }

    @Test
    void what_is_not_offered_is_listed_before_the_rules() {
        final String page = CarrierPage.write(SampleReport.ofEverything());

        assertThat(page.indexOf("The carrier has it, the provider does not offer it"))
                .isBetween(0, page.indexOf("Rule by rule"));
        assertThat(CarrierPage.write(SampleReport.conformant("acme", "Acme"))).doesNotContain("The carrier has it");
    }

    @Test
    void it_says_what_the_provider_can_do_and_which_settings_are_secret() {
        assertThat(CarrierPage.write(SampleReport.ofEverything()))
                .contains("usage, records; not usage by hour, tag total", "data, voice, message")
                .contains("at most 1 request in any 15 minutes about one SIM", "may be 15 minutes old")
                .contains("<code>client-secret</code> <span class=\"secret\">secret</span>", "may be absent")
                .contains("else https://api.acme.example");
    }

    @Test
    void it_says_how_to_do_it_again() {
        assertThat(CarrierPage.write(SampleReport.ofEverything()))
                .contains("9007199254740993", "17.0.15+6", "2026-03-04 05:06:07 UTC", "12.3 s")
                .contains("<span>mvn</span> <span>test</span> <span>-Dtest=AcmeConformanceTest</span>");
    }

    @Test
    void whatever_a_carrier_sends_stays_text() {
        for (final ConformanceReport report : List.of(SampleReport.ofEverything(), SampleReport.ofNothing())) {
            final String page = CarrierPage.write(report);

            assertThat(page).doesNotContain("<img", "<script", "</script", "\u202E", "\u0000", "\u2066", "\r");
            assertThat(page).contains("&lt;/script&gt;&lt;img src=x onerror=", "\\u202Egnp.exe", "\\uD800");
            assertThat(TAG.matcher(page).results())
                    .extracting(tag -> tag.group(1))
                    .doesNotContain("img", "script", "iframe", "object", "link", "base", "form");
            assertThat(TAG.matcher(page).results())
                    .noneMatch(tag -> tag.group(2).matches("(?s).*\\s(on\\w+|style)=.*"));
        }
    }

    @Test
    void a_deviation_leads_only_to_the_web() {
        assertThat(CarrierPage.write(SampleReport.ofEverything()))
                .contains("href=\"https://issues.example.com/browse/ACME-17?a=b&amp;c=d\"", "2026-02-28");

        final RuleResult deviated =
                SampleReport.ofEverything().results(Outcome.DEVIATED).get(0);
        final Deviation running =
                new Deviation(deviated.rule().id(), "It runs.", URI.create("javascript:alert(1)"), LocalDate.EPOCH);
        final RuleResult result = new RuleResult(
                deviated.rule(), deviated.outcome(), deviated.found(), deviated.routes(), Optional.of(running));
        assertThat(CarrierPage.write(SampleReport.of("acme", "Acme", List.of(result))))
                .doesNotContain("href=\"javascript")
                .contains("<code>javascript:alert(1)</code>");
    }

    @Test
    void nothing_can_be_loaded_or_run() throws Exception {
        final String page = CarrierPage.write(SampleReport.ofEverything());
        final Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
        assertThat(style.find()).isTrue();
        final byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

        assertThat(page)
                .contains("content=\"default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(style.group(1)).doesNotContain("url(", "@import", "http");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"PASSED", "FAILED"})
    void a_hundred_rules_with_much_evidence_are_less_than_400_kB(final Outcome outcome) {
        final String page = CarrierPage.write(SampleReport.ofSize(100, outcome, 4_000));

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(400_000);
        assertThat(page).contains("more characters in report.json");
    }

    @Test
    void where_little_is_broken_its_evidence_is_shown_whole() {
        final ConformanceReport report = SampleReport.ofSize(3, Outcome.FAILED, 4_000);

        assertThat(CarrierPage.write(report)).doesNotContain("more characters in report.json");
    }

    private static String pageWithout(final Outcome... outcomes) {
        final List<RuleResult> results = SampleReport.ofEverything().results().stream()
                .filter(result -> !List.of(outcomes).contains(result.outcome()))
                .toList();
        return CarrierPage.write(SampleReport.of("acme", "Acme", results));
    }
}
