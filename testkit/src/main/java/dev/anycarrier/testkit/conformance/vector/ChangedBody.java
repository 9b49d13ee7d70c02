package dev.anycarrier.testkit.conformance.vector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anycarrier.testkit.fault.Answer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** A body after its changes. */
final class ChangedBody {

    private static final String UNKNOWN_FIELD = "\"kit_unknown\":";
    private static final int BITS = 17;

    private ChangedBody() {}

    static byte[] of(final byte[] body, final Iterable<BodyChange> changes, final Placeholders placeholders) {
        byte[] changed = body;
        for (final BodyChange change : changes) {
            changed = change(changed, change, placeholders);
        }
        return changed;
    }

    private static byte[] change(final byte[] body, final BodyChange change, final Placeholders placeholders) {
        if (change instanceof BodyChange.Literal literal) {
            return placeholders.fill(literal.text()).getBytes(UTF_8);
        } else if (change instanceof BodyChange.Keep keep) {
            final byte[] whole = new String(body, UTF_8).strip().getBytes(UTF_8);
            return Arrays.copyOf(whole, (int) ((long) whole.length * keep.percent() / 100) - keep.butBytes());
        } else if (change instanceof BodyChange.Prepend prepend) {
            return join(prepend.text().getBytes(UTF_8), body);
        } else if (change instanceof BodyChange.Append append) {
            return join(body, append.text().getBytes(UTF_8));
        } else if (change instanceof BodyChange.Twice) {
            return join(body, body);
        } else if (change instanceof BodyChange.Field field) {
            return field(body, placeholders.fill(value(field)).getBytes(UTF_8));
        } else if (change instanceof BodyChange.CollidingNames names) {
            return field(body, ("{" + names(names.count()) + "}").getBytes(UTF_8));
        } else if (change instanceof BodyChange.NotUtf8) {
            return field(body, new byte[] {'"', (byte) 0xc3, '(', '"'});
        } else if (change instanceof BodyChange.Reshape reshape) {
            return Reshaping.of(body, reshape.how());
        } else if (change instanceof BodyChange.Encode encode) {
            return new String(body, UTF_8).getBytes(Charset.forName(encode.charset()));
        } else if (change instanceof BodyChange.Blanks blanks) {
            final byte[] blank = new byte[blanks.bytes()];
            Arrays.fill(blank, (byte) ' ');
            return blank;
        } else if (change instanceof BodyChange.Gzip) {
            return Answer.gzip(body);
        } else if (change instanceof BodyChange.Flip flip) {
            final byte[] flipped = body.clone();
            flipped[flipped.length - flip.fromEnd()] ^= 1;
            return flipped;
        }
        throw new IllegalArgumentException("there is no way to make the change " + change);
    }

    private static String value(final BodyChange.Field field) {
        final String close = field.close() == null ? "" : field.close();
        return field.open().repeat(field.times()) + field.middle() + close.repeat(field.times());
    }

    /** Puts a field at the beginning of the first object, or of an object of its own where there is none. */
    private static byte[] field(final byte[] body, final byte[] value) {
        final String text = new String(body, UTF_8);
        final int brace = text.indexOf('{');
        final String before = brace < 0 ? "{" : text.substring(0, brace + 1);
        final String after = brace < 0 ? "}" : text.substring(brace + 1);
        final String comma = after.stripLeading().startsWith("}") ? "" : ",";
        return join(join((before + UNKNOWN_FIELD).getBytes(UTF_8), value), (comma + after).getBytes(UTF_8));
    }

    /** {@code Aa} and {@code BB} have the same {@link String#hashCode()}, and so has whatever is made of them. */
    private static String names(final int count) {
        final StringBuilder names = new StringBuilder();
        for (int number = 0; number < count; number++) {
            names.append(number == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < BITS; bit++) {
                names.append((number >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.append("\":0");
        }
        return names.toString();
    }

    private static byte[] join(final byte[] first, final byte[] second) {
        final ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
