package org.certifact.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** A result directory as a user's script reads it: JSON and CSV, no code of the program. */
public record StoredResult(Path directory) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ObjectNode report() throws IOException {
        return json("report.json");
    }

    ObjectNode json(String name) throws IOException {
        return (ObjectNode) JSON.readTree(directory.resolve(name).toFile());
    }

    public double number(String key) throws IOException {
        JsonNode node = report().get(key);
        if (node == null || !node.isNumber()) {
            throw new IOException(directory + ": report.json has no number " + key + " but " + node);
        }
        return node.doubleValue();
    }

    public String verdict() throws IOException {
        return report().get("verdict").asText();
    }

    /** Numbers by id of a file {@code id,f0,f1,...} whose ids hold no comma. */
    public Map<String, double[]> csv(String name) throws IOException {
        Map<String, double[]> byId = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(directory.resolve(name));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            double[] numbers = Arrays.stream(fields)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            byId.put(fields[0], numbers);
        }
        return byId;
    }

    /** Names of what lies in the directory, sorted, without the checksums that Hadoop's local file system keeps. */
    List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return names.stream()
                    .filter(name -> !(name.endsWith(".crc") && names.contains(name.substring(1, name.length() - 4))))
                    .toList();
        }
    }

    /** Another copy, to tamper with. */
    StoredResult copy(Path to) throws IOException {
        FileUtils.copyDirectory(directory.toFile(), to.toFile());
        return new StoredResult(to);
    }

    /** Edits the report, and removes its checksum as anyone would who wants to go unnoticed. */
    void edit(Consumer<ObjectNode> change) throws IOException {
        ObjectNode report = report();
        change.accept(report);
        Files.delete(directory.resolve(".report.json.crc"));
        Files.writeString(directory.resolve("report.json"), JSON.writeValueAsString(report));
    }
}
