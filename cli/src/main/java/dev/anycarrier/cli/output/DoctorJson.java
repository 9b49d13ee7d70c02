package dev.anycarrier.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.anycarrier.CarrierAccount;
import java.util.Collection;
import java.util.List;

/** What {@code doctor} found, as JSON. */
public final class DoctorJson {

    private DoctorJson() {}

    /** Whether all is well, each finding, and the accounts with their settings. */
    public static ObjectNode of(
            final boolean well, final List<Finding> findings, final Collection<CarrierAccount> accounts) {
        final ObjectNode json = Json.object().put("well", well);
        final ArrayNode checks = json.putArray("checks");
        for (final Finding finding : findings) {
            final ObjectNode one =
                    checks.addObject().put("check", finding.check().name());
            Json.put(one, "account", finding.account());
            one.put("result", finding.result().name()).put("detail", finding.detail());
        }
        final ArrayNode list = json.putArray("accounts");
        accounts.forEach(account -> list.add(ProvidersJson.of(account)));
        return json;
    }
}
