package dev.natter.local.system;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a protobuf message.
 *
 * @param value of a number; 0 of anything else
 * @param bytes of a text, some bytes or a message within; none of a number
 */
record ProtobufField(int number, long value, byte[] bytes) {

    private static final byte[] NONE = {};

    static List<ProtobufField> of(byte[] message) {
        var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        var fields = new ArrayList<ProtobufField>();
        while (in.hasRemaining()) {
            var tag = varint(in);
            fields.add(read((int) (tag >>> 3), (int) (tag & 7), in));
        }
        return fields;
    }

    /** The first of a number, or an empty one. */
    static ProtobufField first(List<ProtobufField> fields, int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .findFirst()
                .orElse(new ProtobufField(number, 0, NONE));
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ProtobufField read(int number, int type, ByteBuffer in) {
        switch (type) {
            case 0:
                return new ProtobufField(number, varint(in), NONE);
            case 1:
                return new ProtobufField(number, in.getLong(), NONE);
            case 2:
                var bytes = new byte[(int) varint(in)];
                in.get(bytes);
                return new ProtobufField(number, 0, bytes);
            case 5:
                return new ProtobufField(number, in.getInt(), NONE);
            default:
                throw new IllegalArgumentException("no wire type " + type);
        }
    }

    private static long varint(ByteBuffer in) {
        var value = 0L;
        var shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
