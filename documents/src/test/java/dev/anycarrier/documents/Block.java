package dev.anycarrier.documents;

import java.util.List;

/**
 * A fenced block of a document.
 *
 * @param place the document and the line of the fence, for people
 * @param language what stands behind the fence
 * @param note what the comment right above says, such as {@code excerpt: path}; empty if there is none
 * @param lines what it shows
 */
record Block(String place, String language, String note, List<String> lines) {

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** What the note says of a topic, such as the path of an {@code excerpt}; empty if it says nothing of it. */
    String noteOf(final String topic) {
        return note.startsWith(topic + ":") ? note.substring(topic.length() + 1).strip() : "";
    }

    @Override
    public String toString() {
        return place;
    }
}
