package dev.anycarrier.archetype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests of a project made of the rules.
 *
 * @param failed the rules that failed
 * @param notTried what is said about each rule that was not tried
 * @param passed how many passed
 */
record TestedRules(List<String> failed, List<String> notTried, int passed) {

    private static final Pattern RULE = Pattern.compile("\\b([A-Z]+-[0-9]{2})\\b");

    static TestedRules of(final Path project, final String testClass) {
        final NodeList tests = read(project.resolve("target/surefire-reports/TEST-" + testClass + ".xml"));
        final List<String> failed = new ArrayList<>();
        final List<String> notTried = new ArrayList<>();
        for (int i = 0; i < tests.getLength(); i++) {
            final Element test = (Element) tests.item(i);
            texts(test, "failure").map(TestedRules::rule).forEach(failed::add);
            texts(test, "error").map(TestedRules::rule).forEach(failed::add);
            texts(test, "skipped").forEach(notTried::add);
        }
        return new TestedRules(failed, notTried, tests.getLength() - failed.size() - notTried.size());
    }

    private static NodeList read(final Path report) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
        } catch (final ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(report + " is no report", e);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(final Element test, final String ending) {
        final NodeList endings = test.getElementsByTagName(ending);
        return IntStream.range(0, endings.getLength()).mapToObj(endings::item).map(Node::getTextContent);
    }

    /** The rule that a failure is about; one that is about no rule is named by its whole text. */
    private static String rule(final String failure) {
        final Matcher rule = RULE.matcher(failure);
        return rule.find() ? rule.group(1) : failure;
    }
}
