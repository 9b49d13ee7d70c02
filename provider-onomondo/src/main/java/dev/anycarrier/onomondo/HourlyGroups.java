package dev.anycarrier.onomondo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.anycarrier.http.InvalidData;
import dev.anycarrier.usage.RawJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Cuts an answer grouped by hours into its groups, each as it was sent. The groups are the elements of {@code usage}, or of
 * the document itself if that is an array; without either the whole document is one group, so that nothing is lost.
 */
final class HourlyGroups {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String LIST = "usage";

    private HourlyGroups() {}

    /**
     * A group.
     *
     * @param node the group as a tree
     * @param raw the group as it was sent
     */
    record Group(JsonNode node, RawJson raw) {}

    /**
     * The groups, in the order of the document.
     *
     * @param answer a document that was found to be good JSON
     * @param tree the same as a tree
     */
    static List<Group> of(final RawJson answer, final JsonNode tree) {
        final boolean inUsage = tree.path(LIST).isArray();
        final JsonNode nodes = inUsage ? tree.path(LIST) : tree;
        if (!nodes.isArray()) {
            return List.of(new Group(tree, answer));
        }
        final Iterator<RawJson> texts = elements(answer, inUsage, nodes.size()).iterator();
        final List<Group> groups = new ArrayList<>(nodes.size());
        nodes.forEach(node -> groups.add(new Group(node, texts.next())));
        return groups;
    }

    private static List<RawJson> elements(final RawJson answer, final boolean inUsage, final int count) {
        final List<RawJson> elements = new ArrayList<>(count);
        try (JsonParser parser = JSON.createParser(answer.json())) {
            parser.nextToken();
            if (inUsage) {
                enterList(parser);
            }
            for (int index = 0; index < count; index++) {
                parser.nextToken();
                elements.add(element(parser, answer.json()));
            }
        } catch (final IOException e) {
            throw InvalidData.of("the groups of the answer could not be told apart");
        }
        return elements;
    }

    private static void enterList(final JsonParser parser) throws IOException {
        while (!LIST.equals(parser.nextFieldName())) {
            parser.nextToken();
            parser.skipChildren();
        }
        parser.nextToken();
    }

    private static RawJson element(final JsonParser parser, final String text) throws IOException {
        final long start = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        final long end = parser.currentLocation().getCharOffset();
        return new RawJson(text.substring((int) start, (int) end).strip());
    }
}
