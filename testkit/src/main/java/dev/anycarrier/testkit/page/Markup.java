package dev.anycarrier.testkit.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a page or of an XML file. Whatever text it is given comes out as text: nothing can be markup by accident. */
public sealed interface Markup {

    /** Elements of HTML that have no end. */
    Set<String> VOID = Set.of("meta", "input", "br", "wbr");

    /** As HTML. */
    default String html() {
        final StringBuilder out = new StringBuilder();
        write(out, false);
        return out.toString();
    }

    /** As XML. */
    default String xml() {
        final StringBuilder out = new StringBuilder();
        write(out, true);
        return out.toString();
    }

    /** Appends it, as XML or as HTML. */
    void write(StringBuilder out, boolean xml);

    /** Text, made {@link Visible}. */
    static Markup text(final String text) {
        return new Text(Visible.of(text));
    }

    /** An element that holds others. */
    static Element element(final String name, final Markup... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    /** An element that holds text. */
    static Element element(final String name, final String text) {
        return element(name, text(text));
    }

    /**
     * Text that was made {@link Visible}.
     *
     * @param visible the text, before markup is escaped
     */
    record Text(String visible) implements Markup {

        @Override
        public void write(final StringBuilder out, final boolean xml) {
            out.append(visible.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
    }

    /**
     * The style sheet of a page, which is ours and never holds what somebody sent.
     *
     * @param css the rules, which are not escaped
     */
    record Style(String css) implements Markup {

        @Override
        public void write(final StringBuilder out, final boolean xml) {
            out.append("<style>").append(css).append("</style>");
        }
    }

    /**
     * An element with what it holds.
     *
     * @param name its name, which is not escaped
     * @param attributes their names, which are not escaped, and their values
     * @param children what it holds, in order
     */
    record Element(String name, Map<String, String> attributes, List<Markup> children) implements Markup {

        /** The same with an attribute. */
        public Element with(final String attribute, final String value) {
            final Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, more, children);
        }

        /** The same with classes for the style sheet. */
        public Element as(final String classes) {
            return with("class", classes);
        }

        /** The same with more in it. */
        public Element holding(final Markup... more) {
            return holding(Arrays.asList(more));
        }

        /** The same with more in it. */
        public Element holding(final List<? extends Markup> more) {
            final List<Markup> all = new ArrayList<>(children);
            all.addAll(more);
            return new Element(name, attributes, all);
        }

        @Override
        public void write(final StringBuilder out, final boolean xml) {
            out.append('<').append(name);
            attributes.forEach((attribute, value) -> out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(quoted(value))
                    .append('"'));
            if (xml && children.isEmpty()) {
                out.append("/>");
                return;
            }
            out.append('>');
            if (xml || !VOID.contains(name)) {
                children.forEach(child -> child.write(out, xml));
                out.append("</").append(name).append('>');
            }
        }

        private static String quoted(final String value) {
            return Visible.of(value)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("\n", "&#10;")
                    .replace("\t", "&#9;");
        }
    }
}
