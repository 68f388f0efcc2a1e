package dev.natter.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * JSON of the public contract: instants in UTC with exactly three digits after the second; no silent conversion between
 * strings and numbers; no duplicate keys; nesting no deeper than {@value #MAX_DEPTH}.
 */
@Singleton
public class JsonShape implements ObjectMapperCustomizer {

    private static final int MAX_DEPTH = 32;

    /** After Quarkus' own customizers, whose modules register another serializer of instants. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("natter").addSerializer(Instant.class, new MillisecondInstant()));
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        refuse(
                mapper,
                LogicalType.Textual,
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean));
        refuse(
                mapper,
                LogicalType.Integer,
                List.of(CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Float));
        refuse(
                mapper,
                LogicalType.Boolean,
                List.of(CoercionInputShape.String, CoercionInputShape.EmptyString, CoercionInputShape.Integer));
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, List<CoercionInputShape> shapes) {
        var coercion = mapper.coercionConfigFor(type);
        shapes.forEach(shape -> coercion.setCoercion(shape, CoercionAction.Fail));
    }

    private static final class MillisecondInstant extends StdSerializer<Instant> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        MillisecondInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(FORMAT.format(value));
        }
    }
}
