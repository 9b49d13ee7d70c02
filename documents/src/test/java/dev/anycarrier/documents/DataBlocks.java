package dev.anycarrier.documents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anycarrier.Anycarrier;
import dev.anycarrier.cluster.ClusterSettings;
import dev.anycarrier.settings.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** Data in documents: read by whoever would read it. Each method throws if that fails. */
final class DataBlocks {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)\\}");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private DataBlocks() {}

    /** Settings: the accounts are opened, which asks nobody anything. Comments of its own line only, as in the file itself. */
    static void settings(final Block block) throws IOException {
        final Map<String, String> variables = new HashMap<>();
        VARIABLE.matcher(block.text())
                .results()
                .forEach(variable -> variables.put(variable.group(1), "a-value-of-some-length"));
        final Path file = Files.createTempFile(Path.of("target"), "settings", ".properties");
        try {
            Files.writeString(file, block.text());
            final Settings settings = Settings.builder()
                    .file(file)
                    .environment(variables)
                    .systemProperties(Map.of())
                    .build();
            if (block.text().contains("cluster.")) {
                ClusterSettings.of(settings);
            }
            Anycarrier.builder().settings(settings).build().close();
        } finally {
            Files.delete(file);
        }
    }

    /** One document, or one on each line. */
    static void json(final Block block) throws IOException {
        try (MappingIterator<?> documents = JSON.readerFor(Object.class).readValues(block.text())) {
            int count = 0;
            while (documents.hasNextValue()) {
                documents.nextValue();
                count++;
            }
            if (count == 0) {
                throw new IOException("no document");
            }
        }
    }

    /** Elements of a document, such as dependencies. */
    static void xml(final Block block) throws Exception {
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<shown>" + block.text() + "</shown>")));
    }

    /** A heading whose names differ, and lines with as many fields. */
    static void csv(final Block block) {
        final List<String> names = List.of(block.lines().get(0).split(",", -1));
        if (new HashSet<>(names).size() < names.size()
                || !block.lines().stream().allMatch(line -> line.split(",", -1).length == names.size())) {
            throw new IllegalArgumentException("not the same number of fields, or two of one name");
        }
    }
}
