package dev.anycarrier.testkit.conformance;

import dev.anycarrier.spi.UsageProviderFactory;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to make something of what cannot be read. */
final class UnreadableValueSaboteurs {

    static final List<Saboteur> ALL = List.of(
            Saboteur.of("NUMBERS-08", "cuts at zero what is below", () -> replacing("\"-[0-9.]+\"", any -> "\"0\"")),
            Saboteur.of(
                    "NUMBERS-08",
                    "forgets the sign",
                    () -> replacing("\"-([0-9.]+)\"", number -> '"' + number.group(1) + "0\"")),
            Saboteur.of("NUMBERS-09", "makes 0 of what is no number", () -> replacing("\"NaN\"", any -> "\"0\"")),
            Saboteur.of(
                    "NUMBERS-09",
                    "reads the digits that a text begins with",
                    () -> replacing("\"([0-9.]+)[a-z]+\"", number -> '"' + number.group(1) + '"')),
            Saboteur.of(
                    "NUMBERS-09",
                    "keeps the lowest 64 bits",
                    () -> replacing(
                            "[0-9]{20,45}",
                            number -> new BigInteger(number.group())
                                    .mod(BigInteger.TWO.pow(64))
                                    .toString())),
            Saboteur.of(
                            "NUMBERS-10",
                            "does not know exponents",
                            () -> replacing("\"([0-9.]+)e[0-9]+\"", number -> '"' + number.group(1) + '"'))
                    .andMayBreak("NUMBERS-09"),
            Saboteur.of("NUMBERS-11", "makes 0 of null", () -> replacing("\"used\":null", any -> "\"used\":\"0\"")),
            Saboteur.of(
                    "NUMBERS-11",
                    "takes a package without a flag for unlimited",
                    () -> replacing(
                            "(\"state\":\"[a-z]+\"),\"granted\"",
                            state -> state.group(1) + ",\"unlimited\":true,\"granted\"")),
            Saboteur.of(
                    "NUMBERS-12",
                    "takes any text for a flag that is set",
                    () -> replacing("\"unlimited\":\"[a-z]+\"", any -> "\"unlimited\":true")),
            Saboteur.of(
                    "NUMBERS-13", "makes 0 of an object", () -> replacing("\"used\":\\{}", any -> "\"used\":\"0\"")),
            Saboteur.of(
                    "NUMBERS-14",
                    "gives an id of its own to a package that is listed twice",
                    () -> AcmeWith.bodies(UnreadableValueSaboteurs::numbered)),
            Saboteur.of(
                    "NUMBERS-15",
                    "takes a unit that it does not know for megabytes",
                    () -> replacing("\"unit\":\"kits\"", any -> "\"unit\":\"MB\"")));

    private UnreadableValueSaboteurs() {}

    /** What is found in the body of an answer is read as something else. */
    static UsageProviderFactory replacing(final String regex, final Function<MatchResult, String> replacement) {
        final Pattern pattern = Pattern.compile(regex);
        return AcmeWith.bodies(body -> pattern.matcher(body).replaceAll(replacement));
    }

    private static String numbered(final String body) {
        final Set<String> seen = new HashSet<>();
        return Pattern.compile("\"id\":\"(\\w+)\"").matcher(body).replaceAll(id -> {
            final boolean first = seen.add(id.group(1));
            return first ? id.group() : "\"id\":\"" + id.group(1) + "-" + seen.size() + '"';
        });
    }
}
