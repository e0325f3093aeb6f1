package dev.escapement.samples.benchmarks.codec;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Hand-written encoders that use Jackson's streaming generator. */
final class StreamingWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** An encoder of one value. */
    @FunctionalInterface
    interface ValueWriter<T> {

        void write(JsonGenerator out, T value);
    }

    private StreamingWriter() {}

    /** Encodes a value as JSON text. */
    static <T> String encode(T value, ValueWriter<T> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writer.write(out, value);
        }
        return text.toString();
    }

    static void parcel(JsonGenerator out, Parcel value) {
        out.writeStartObject();
        out.writeName("orderId");
        out.writeString(value.orderId());
        out.writeName("customer");
        out.writeString(value.customer());
        out.writeName("quantity");
        out.writeNumber(value.quantity());
        out.writeName("priority");
        out.writeString(value.priority().name());
        out.writeName("skus");
        list(out, value.skus(), JsonGenerator::writeString);
        out.writeName("gift");
        out.writeBoolean(value.gift());
        out.writeEndObject();
    }

    static void shipment(JsonGenerator out, Shipment value) {
        out.writeStartObject();
        out.writeName("id");
        out.writeString(value.id());
        out.writeName("distance");
        out.writeNumber(value.distance());
        out.writeName("parcels");
        list(out, value.parcels(), StreamingWriter::parcel);
        out.writeName("windows");
        list(out, value.windows(), (inner, day) -> list(inner, day, JsonGenerator::writeNumber));
        out.writeEndObject();
    }

    static void manifest(JsonGenerator out, Manifest value) {
        out.writeStartObject();
        out.writeName("depot");
        out.writeString(value.depot());
        out.writeName("total");
        out.writeNumber(value.total());
        out.writeName("shipments");
        list(out, value.shipments(), StreamingWriter::shipment);
        out.writeName("remarks");
        list(out, value.remarks(), JsonGenerator::writeString);
        out.writeEndObject();
    }

    private static <T> void list(JsonGenerator out, List<T> values, ValueWriter<T> writer) {
        out.writeStartArray();
        for (T value : values) {
            writer.write(out, value);
        }
        out.writeEndArray();
    }
}
