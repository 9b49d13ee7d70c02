package dev.anycarrier.simulation.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The report that PIT wrote about a module in the same run. */
final class MutationReport {

    private final Path module;
    private final List<Element> mutations;

    private MutationReport(final Path module, final List<Element> mutations) {
        this.module = module;
        this.mutations = mutations;
    }

    /** What came of a mutant, by PIT's names. */
    enum Status {
        KILLED,
        TIMED_OUT,
        MEMORY_ERROR,
        RUN_ERROR,
        NON_VIABLE,
        SURVIVED,
        NO_COVERAGE;

        /** What a busy machine may turn into each other. */
        static final Set<Status> NOT_KILLED = EnumSet.of(TIMED_OUT, SURVIVED, NO_COVERAGE);
    }

    static MutationReport of(final Path module) throws IOException, ParserConfigurationException, SAXException {
        final NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(module.resolve("target/pit-reports/mutations.xml").toFile())
                .getElementsByTagName("mutation");
        return new MutationReport(
                module,
                IntStream.range(0, found.getLength())
                        .mapToObj(index -> (Element) found.item(index))
                        .toList());
    }

    /** The mutants that ended in one of these ways, each as often as it is there. */
    List<Survivor> endedIn(final Set<Status> ends) throws IOException {
        final List<Element> ended = mutations.stream()
                .filter(mutation -> ends.contains(Status.valueOf(mutation.getAttribute("status"))))
                .toList();
        final Survivor[] survivors = new Survivor[ended.size()];
        for (int index = 0; index < survivors.length; index++) {
            survivors[index] = survivor(ended.get(index));
        }
        return List.of(survivors);
    }

    /** The test that noticed each mutant, by its place in the tree of tests. */
    List<String> killingTests() {
        return mutations.stream()
                .filter(mutation -> Status.valueOf(mutation.getAttribute("status")) == Status.KILLED)
                .map(mutation -> text(mutation, "killingTest"))
                .toList();
    }

    private Survivor survivor(final Element mutation) throws IOException {
        final String file = text(mutation, "sourceFile");
        final String mutatedClass = text(mutation, "mutatedClass");
        final String folder =
                mutatedClass.substring(0, mutatedClass.lastIndexOf('.')).replace('.', '/');
        final List<String> source = Files.readAllLines(
                module.resolve("src/main/java").resolve(folder).resolve(file));
        final String mutator = text(mutation, "mutator");
        return new Survivor(
                file,
                mutator.substring(mutator.lastIndexOf('.') + 1).replace("Mutator", ""),
                source.get(Integer.parseInt(text(mutation, "lineNumber")) - 1).strip());
    }

    private static String text(final Element mutation, final String name) {
        return mutation.getElementsByTagName(name).item(0).getTextContent();
    }
}
