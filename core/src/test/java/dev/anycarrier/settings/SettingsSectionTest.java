package dev.anycarrier.settings;

import static dev.anycarrier.settings.Resolving.complete;
import static dev.anycarrier.settings.Resolving.isolated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anycarrier.spi.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of a part of the program that is no account. */
class SettingsSectionTest {

    private static final Setting<String> REDIS = Setting.text("redis", "Where it is.");
    private static final Setting<Integer> LANES =
            Setting.integer("lanes", 1, 64, "How many.").defaultsTo("4");

    @Test
    void they_stand_beside_those_of_accounts_in_every_layer_and_are_none_of_their_concern() {
        final SettingsBuilder settings = complete()
                .set("cluster.redis", "code")
                .environment(Map.of("ANYCARRIER_CLUSTER_LANES", "7", "ANYCARRIER_CLUSTER_PROVIDER", "x"));

        assertThat(Resolving.accounts(settings))
                .extracting(AccountSettings::account)
                .containsExactly("airalo");
        settings.environment(Map.of("ANYCARRIER_CLUSTER_LANES", "7"));
        assertThat(SettingsSection.resolve(settings.build(), "cluster", List.of(REDIS, LANES))
                        .get(LANES))
                .isEqualTo(7);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        final SettingsBuilder settings = isolated()
                .set("cluster.lanes", "many")
                .set("cluster.rediss", "x")
                .environment(Map.of("ANYCARRIER_CLUSTER_LANE", "1"));

        final InvalidSettingsException thrown = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> SettingsSection.resolve(settings.build(), "cluster", List.of(REDIS, LANES)));

        assertThat(thrown.problems())
                .extracting(SettingsProblem::setting)
                .containsExactly("cluster.redis", "cluster.lanes", "cluster.rediss", "ANYCARRIER_CLUSTER_LANE");
        assertThat(thrown).hasMessageContaining("did you mean redis?");
    }

    @Test
    void a_variable_of_an_account_whose_name_begins_like_it_is_that_accounts() {
        final Settings settings = isolated()
                .environment(Map.of(
                        "ANYCARRIER_CLUSTER_REDIS", "r",
                        "ANYCARRIER_CLUSTER_EU_PROVIDER", "airalo",
                        "ANYCARRIER_CLUSTER_EU_CLIENT_ID", "me"))
                .build();

        assertThat(SettingsSection.resolve(settings, "cluster", List.of(REDIS)).get(REDIS))
                .isEqualTo("r");
    }

    @Test
    void there_are_no_other_sections() {
        assertThatThrownBy(() -> SettingsSection.resolve(isolated().build(), "airalo", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
