package dev.anycarrier.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anycarrier.CarrierAccount;
import dev.anycarrier.call.CallOptions;
import dev.anycarrier.settings.InvalidSettingsException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.testkit.Fault;
import dev.anycarrier.usage.CarrierSimId;
import dev.anycarrier.usage.Iccid;
import dev.anycarrier.usage.SimId;
import dev.anycarrier.usage.SimRef;
import dev.anycarrier.usage.UsageReport;
import dev.anycarrier.usage.UsageWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers, addresses and names that mean harm: refused before anything is sent. */
class HostileInputTest {

    private static final String DIGITS = "8944465400000217735";

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                " ",
                "..",
                "../",
                DIGITS + "/../" + DIGITS,
                "%2e%2e",
                "..%2f",
                DIGITS + "?sim=1",
                DIGITS + "#",
                DIGITS + ";a",
                DIGITS + "\\",
                DIGITS + "\r\nX-Evil: 1",
                DIGITS + "\n",
                "\0" + DIGITS,
                DIGITS + "\0",
                "{x}",
                "８９４４４６５４０００００２１７７３５"
            })
    @Fault("SEC-01")
    void a_text_that_is_no_identifier_never_becomes_one(final String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimId.parse(hostile))
                .satisfies(e -> requireUnquoted(e, hostile));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iccid.of(hostile))
                .satisfies(e -> requireUnquoted(e, hostile));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarrierSimId.of(hostile))
                .satisfies(e -> requireUnquoted(e, hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> SimRef.parse("airalo:" + hostile));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"airalo", "pressone", "onomondo"})
    @Fault("SEC-01")
    void an_identifier_of_a_wrong_form_is_rejected_without_a_request(final String provider) {
        Scene.play(1, scene -> {
            final CarrierAccount account = scene.account(provider);
            for (final String wrong : new String[] {DIGITS + "1234", "8944", "a-b_c.d"}) {
                assertThat(Scene.failure(() -> account.usage(SimId.parse(wrong)))
                                .kind())
                        .as(wrong)
                        .isEqualTo(Kind.REJECTED_INPUT);
            }
            assertThat(scene.received()).isEmpty();
        });
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"../../balance", "036eb4b3%2f..", "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3\r\nX-Evil: 1", ""})
    @Fault("SEC-01")
    void a_tag_of_a_wrong_form_is_rejected_without_a_request(final String tag) {
        Scene.play(1, scene -> {
            final CarrierAccount onomondo = scene.account("onomondo");
            assertThat(Scene.failure(() -> onomondo.tagTotal(tag)).kind()).isEqualTo(Kind.REJECTED_INPUT);
            assertThat(scene.received()).isEmpty();
        });
    }

    @Test
    @Fault("SEC-01")
    void a_wrong_check_digit_alone_is_accepted_with_a_warning() {
        Scene.play(1, scene -> {
            final UsageReport report = scene.account("airalo").usage(SimId.parse("8944465400000217734"));
            assertThat(report.warnings()).extracting(UsageWarning::kind).contains(UsageWarning.Kind.ICCID_CHECK_DIGIT);
            assertThat(scene.questions()).hasSize(1);
        });
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "https://user:pass-canary@carrier.example",
                "https://carrier.example/?key=pass-canary",
                "https://carrier.example/#pass-canary",
                "file:///etc/passwd",
                "jar:file:/tmp/a.jar!/b",
                "ftp://carrier.example",
                "http://carrier.example",
                "https://10.0.0.1",
                "https://192.168.1.1",
                "https://172.16.3.4",
                "https://169.254.169.254/latest",
                "https://[fd00::1]",
                "https://[fe80::1]",
                "https://[::ffff:10.0.0.1]",
                "https://0.0.0.0",
                "//carrier.example",
                "carrier.example"
            })
    @Fault("SEC-02")
    void an_address_that_means_harm_is_refused_before_anything_is_opened(final String address) {
        Scene.play(1, scene -> {
            assertThatThrownBy(() -> scene.open("pressone", "base-url=" + address))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageContaining("base-url")
                    .hasMessageNotContaining("pass-canary");
            assertThat(scene.received()).isEmpty();
        });
    }

    @Test
    @Fault("SEC-02")
    void loopback_is_fine_and_so_is_a_private_network_that_is_allowed() {
        Scene.play(1, scene -> {
            scene.open("pressone", "base-url=http://127.0.0.1:8080").close();
            scene.open("pressone", "base-url=http://localhost:8080").close();
            scene.open("pressone", "base-url=https://[::1]").close();
            scene.open("pressone", "base-url=https://10.0.0.1", "allow-private-address=true")
                    .account("pressone")
                    .usage(Scene.SIM);
            assertThat(scene.questions().get(0).request().uri().getHost()).isEqualTo("10.0.0.1");
        });
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a b", "", "\0", "é", "a\u2028b"})
    @Fault("SEC-06")
    void no_correlation_id_and_no_account_name_holds_what_could_become_a_header(final String hostile) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.defaults().withCorrelationId(hostile))
                .satisfies(e -> requireUnquoted(e, hostile));
        assertThatIllegalArgumentException().isThrownBy(() -> new SimRef(hostile, Scene.SIM));
        Scene.play(1, scene -> {
            assertThatThrownBy(() -> scene.open(Scene.settings("airalo")
                            .set(hostile + ".provider", "airalo")
                            .set(hostile + ".client-id", "planted-client")
                            .set(hostile + ".client-secret", Scene.SECRET)
                            .build()))
                    .isInstanceOf(InvalidSettingsException.class);
            assertThat(Scene.failure(() -> scene.open("airalo").account(hostile))
                            .getMessage())
                    .doesNotContain("X-Evil");
            assertThat(scene.received()).isEmpty();
        });
    }

    @Test
    @Fault("SEC-06")
    void a_credential_with_a_line_break_is_refused_or_encoded_and_never_a_header() {
        Scene.play(1, scene -> {
            assertThatThrownBy(() -> scene.open("onomondo", "api-key=key\r\nX-Evil: 1"))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageNotContaining("X-Evil");
            assertThatThrownBy(() -> scene.open("airalo", "client-secret=key\r\nX-Evil: 1"))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageNotContaining("X-Evil");
            assertThat(scene.received()).isEmpty();
        });
    }

    private static void requireUnquoted(final Exception refusal, final String hostile) {
        if (hostile.length() > 3) {
            assertThat(refusal).hasMessageNotContaining(hostile);
        }
    }
}
