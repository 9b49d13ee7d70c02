package dev.anycarrier.archetype;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the tests of a project made of the rules.
 *
 * @param failed the rules that failed
 * @param notTried the rules that there was nothing to try by
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
            rules(test, "failure").forEach(failed::add);
            rules(test, "error").forEach(failed::add);
            rules(test, "skipped").forEach(notTried::add);
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

    /** The rule that an ending of a test names; what is about no rule is named by its whole text. */
    private static List<String> rules(final Element test, final String ending) {
        final List<String> rules = new ArrayList<>();
        final NodeList endings = test.getElementsByTagName(ending);
        for (int i = 0; i < endings.getLength(); i++) {
            final String text = endings.item(i).getTextContent();
            final Matcher rule = RULE.matcher(text);
            rules.add(rule.find() ? rule.group(1) : text);
        }
        return rules;
    }
}
