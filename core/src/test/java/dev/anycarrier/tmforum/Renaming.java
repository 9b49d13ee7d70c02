package dev.anycarrier.tmforum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A document with one of its members under another name, for each of its members. */
record Renaming(String member, JsonNode document) {

    static List<Renaming> allOf(final JsonNode document) {
        final List<Renaming> all = new ArrayList<>();
        final int members = members(document).size();
        for (int index = 0; index < members; index++) {
            final JsonNode copy = document.deepCopy();
            final Member member = members(copy).get(index);
            final JsonNode value = member.owner().remove(member.name());
            member.owner().set(member.name() + "Renamed", value);
            all.add(new Renaming(member.name(), copy));
        }
        return all;
    }

    private static List<Member> members(final JsonNode node) {
        final List<Member> members = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> members.add(new Member(object, name)));
        }
        node.forEach(child -> members.addAll(members(child)));
        return members;
    }

    private record Member(ObjectNode owner, String name) {}
}
