package dev.anycarrier.benchmarks.records;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bodies of the pages of an account's records. A walk longer than the bodies meets them again from the first: far
 * enough away that nobody takes a record for one that was listed twice. Each body is good until the next but a few is
 * asked for, since the cursor in it is changed in place.
 */
final class PageBodies {

    static final int PAGE = 1_000;

    private static final int SIMS = 10_000;
    private static final String BEGINNING = "{\"pagination\":{\"next_page\":\"";
    private static final String LAST = "{\"pagination\":{\"has_more\":false},\"usage\":[]}";
    private static final byte[] LAST_BODY = LAST.getBytes(US_ASCII);

    private final List<byte[]> bodies = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final String[] sessions = new String[SIMS];
    private final int pages;

    /**
     * Makes them.
     *
     * @param distinct how many bodies there are
     * @param pages how many pages there are, after which comes an empty one
     */
    PageBodies(final int distinct, final int pages) {
        this.pages = pages;
        for (int page = 0; page < distinct; page++) {
            bodies.add(body(page));
        }
    }

    int records() {
        return pages * PAGE;
    }

    int bytes() {
        return bodies.get(0).length;
    }

    /** The body of a page. */
    byte[] page(final int position) {
        if (position >= pages) {
            return LAST_BODY;
        }
        final byte[] body = bodies.get(position % bodies.size());
        final byte[] cursor = cursor(position + 1);
        System.arraycopy(cursor, 0, body, BEGINNING.length(), cursor.length);
        return body;
    }

    /** The cursor of a page. */
    private static byte[] cursor(final int position) {
        return Base64.getEncoder()
                .encode(ByteBuffer.allocate(2 * Integer.BYTES).putInt(position).array());
    }

    /** The page of a cursor. */
    static int position(final String cursor) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(cursor)).getInt();
    }

    private byte[] body(final int page) {
        final StringBuilder json = new StringBuilder(BEGINNING)
                .append(new String(cursor(page), US_ASCII))
                .append("\",\"has_more\":true},\"usage\":[");
        for (int record = 0; record < PAGE; record++) {
            json.append(record == 0 ? "" : ",");
            append(json, page * PAGE + record);
        }
        return json.append("]}").toString().getBytes(US_ASCII);
    }

    private void append(final StringBuilder json, final int record) {
        final int sim = random.nextInt(SIMS);
        if (sessions[sim] == null || random.nextInt(8) == 0) {
            sessions[sim] = uuid();
        }
        json.append("{\"time\":\"2024-01-")
                .append(two(1 + record / 86_400))
                .append(' ')
                .append(two(record / 3_600 % 24))
                .append(':')
                .append(two(record / 60 % 60))
                .append(':')
                .append(two(record % 60))
                .append("\",\"bill_id\":\"")
                .append(uuid())
                .append("\",\"sim_id\":\"")
                .append(Integer.toString(1_000_000_000 + 7 * sim).substring(1))
                .append("\",\"iccid\":\"89457300000000")
                .append(100_000 + sim)
                .append("\",\"session_id\":\"")
                .append(sessions[sim])
                .append("\",\"bytes\":")
                .append(random.nextInt(10_000_000))
                .append(",\"country_code\":\"dk\",\"network_type\":\"4G\",\"network\":{\"mcc\":\"238\",\"mnc\":\"0")
                .append(1 + sim % 4)
                .append("\"}}");
    }

    private static String two(final int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private String uuid() {
        final HexFormat hex = HexFormat.of();
        final String digits = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }
}
