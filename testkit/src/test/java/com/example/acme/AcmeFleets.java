package com.example.acme;

import com.example.acme.wire.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.http.StrictJson;
import dev.anycarrier.spi.ProviderContext;
import dev.anycarrier.spi.TagUsage;
import dev.anycarrier.spi.UsageException;
import dev.anycarrier.spi.UsageException.Kind;
import dev.anycarrier.usage.Quantity;
import dev.anycarrier.usage.RawJson;
import dev.anycarrier.usage.TagTotal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Acme's fleets: orders that somebody has put together, with one total of data in bytes. */
final class AcmeFleets implements TagUsage {

    private static final Pattern FLEET = Pattern.compile("fleet-[0-9]{1,6}");

    private final AcmeApi api;
    private final ProviderContext context;

    AcmeFleets(final AcmeApi api, final ProviderContext context) {
        this.api = api;
        this.context = context;
    }

    @Override
    public TagTotal total(final String fleet) {
        if (!FLEET.matcher(fleet).matches()) {
            throw UsageException.of(Kind.REJECTED_INPUT, "a fleet of Acme is written fleet-17")
                    .build();
        }
        final RawJson raw = api.fleet(fleet);
        final JsonNode total = AcmeErrors.data(envelope(StrictJson.tree(raw)), context);
        if (!fleet.equals(total.path("fleet").textValue())) {
            throw InvalidData.of("the answer is about another fleet than the one asked for");
        }
        return new TagTotal(fleet, Optional.of(bytes(total.path("bytes"))), Optional.empty(), raw);
    }

    static Answer<JsonNode> envelope(final JsonNode answer) {
        return new Answer<>(
                answer.path("success").booleanValue(), answer.path("code").textValue(), null, answer.get("data"));
    }

    private static Quantity bytes(final JsonNode bytes) {
        if (!bytes.isIntegralNumber() || !bytes.canConvertToLong() || bytes.longValue() < 0) {
            throw InvalidData.field("data.bytes", "is no number of bytes");
        }
        return Quantity.bytes(bytes.longValue());
    }
}
