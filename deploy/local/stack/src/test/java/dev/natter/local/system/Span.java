package dev.natter.local.system;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service did, as OTLP has it.
 *
 * @param parent empty for the first of a trace
 * @param linked the traces that it is linked to
 * @param about the names of its attributes
 */
record Span(
        String service, String trace, String parent, String name, long kind, Set<String> linked, Set<String> about) {

    static final long SERVER = 2;
    static final long CLIENT = 3;
    static final long CONSUMER = 5;

    /** All spans of an ExportTraceServiceRequest. */
    static List<Span> of(byte[] request) {
        return ProtobufField.of(request).stream()
                .flatMap(resource -> spans(ProtobufField.of(resource.bytes())).stream())
                .toList();
    }

    private static List<Span> spans(List<ProtobufField> resourceSpans) {
        var service = service(resourceSpans);
        return within(resourceSpans, 2)
                .flatMap(scope -> within(scope, 2))
                .map(span -> span(service, span))
                .toList();
    }

    private static Span span(String service, List<ProtobufField> fields) {
        return new Span(
                service,
                hex(fields, 1),
                hex(fields, 4),
                ProtobufField.first(fields, 5).text(),
                ProtobufField.first(fields, 6).value(),
                within(fields, 13).map(link -> hex(link, 1)).collect(Collectors.toSet()),
                within(fields, 9)
                        .map(attribute -> ProtobufField.first(attribute, 1).text())
                        .collect(Collectors.toSet()));
    }

    private static Stream<List<ProtobufField>> within(List<ProtobufField> fields, int number) {
        return fields.stream().filter(field -> field.number() == number).map(field -> ProtobufField.of(field.bytes()));
    }

    private static String hex(List<ProtobufField> fields, int number) {
        return HexFormat.of().formatHex(ProtobufField.first(fields, number).bytes());
    }

    private static String service(List<ProtobufField> resourceSpans) {
        return within(resourceSpans, 1)
                .flatMap(resource -> within(resource, 1))
                .filter(attribute -> ProtobufField.first(attribute, 1).text().equals("service.name"))
                .map(attribute ->
                        ProtobufField.of(ProtobufField.first(attribute, 2).bytes()))
                .map(value -> ProtobufField.first(value, 1).text())
                .findFirst()
                .orElse("");
    }
}
