package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The HTML of a report: one file with its style, its scripts, the chart library uPlot and the data in it.
 *
 * <p>Data reach the page as JSON in a block that no parser executes, with {@code <} and everything beyond ASCII escaped, and the
 * script sets them as text only. The page's own content security policy lets nothing but its two scripts run and nothing be loaded.
 */
public final class ReportPage {
    private static final String UPLOT = "META-INF/resources/webjars/uplot/";
    private static final List<String> SCRIPTS = List.of(
            "dom",
            "theme",
            "table",
            "charts",
            "overview",
            "hindsight",
            "attempts",
            "portfolio",
            "audit",
            "steps",
            "forest",
            "comparison",
            "main");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .addModule(new SimpleModule().addSerializer(Duration.class, ToStringSerializer.instance))
            .build();

    private ReportPage() {}

    /** Returns the page of a report. */
    public static String of(ReportData data) {
        return page(data, SCRIPTS, "");
    }

    /** Returns the page of a report that asks its server for its data again and again. */
    static String live(ReportData data) {
        return page(data, Stream.concat(SCRIPTS.stream(), Stream.of("live")).toList(), "connect-src 'self'; ");
    }

    private static String page(ReportData data, List<String> scripts, String connections) {
        String library = library();
        String own = "(() => {\n'use strict';\n"
                + scripts.stream().map(name -> resource(name + ".js")).collect(Collectors.joining("\n")) + "})();\n";
        String policy = connections + "script-src 'sha256-" + hash(library) + "' 'sha256-" + hash(own) + "'";
        return resource("page.html")
                .replace("{{policy}}", policy)
                .replace("{{style}}", webjar("dist/uPlot.min.css") + resource("report.css"))
                .replace("{{library}}", library)
                .replace("{{script}}", own)
                .replace("{{data}}", json(data));
    }

    /** Returns a report as JSON in which nothing can end a script block. */
    static String json(ReportData data) {
        try {
            return MAPPER.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is a record of plain values", e);
        }
    }

    private static String library() {
        return "/*!\n" + webjar("LICENSE").strip() + "\n*/\n" + webjar("dist/uPlot.iife.min.js");
    }

    private static String webjar(String file) {
        return read(UPLOT + version() + "/" + file);
    }

    /** The webjar's folder is named by its version, which stands in the project's pom only. */
    private static String version() {
        try (InputStream in = open("META-INF/maven/org.webjars.npm/uplot/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new InfrastructureError("the webjar of uPlot cannot be read", e);
        }
    }

    private static String resource(String name) {
        return read("dev/trimtab/benchmark/report/" + name);
    }

    private static String read(String path) {
        try (InputStream in = open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InfrastructureError("the resource " + path + " cannot be read", e);
        }
    }

    private static InputStream open(String path) {
        return Objects.requireNonNull(
                ReportPage.class.getClassLoader().getResourceAsStream(path), "no resource " + path);
    }

    private static String hash(String script) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(script)));
    }
}
