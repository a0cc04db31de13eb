package org.certifact.matrix;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Arrays of doubles as their bytes, many at a time: Kryo's own way writes every byte by itself, which takes longer than
 * the arithmetic that a factor row is shipped for.
 */
final class NumbersSerializer extends Serializer<double[]> {
    private static final VarHandle BYTES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BATCH = 512;

    NumbersSerializer() {
        setAcceptsNull(true);
    }

    @Override
    public void write(Kryo kryo, Output output, double[] numbers) {
        if (numbers == null) {
            output.writeVarInt(0, true);
            return;
        }
        output.writeVarInt(numbers.length + 1, true);
        byte[] batch = new byte[Math.min(BATCH, numbers.length) * Double.BYTES];
        for (int from = 0; from < numbers.length; from += BATCH) {
            int count = Math.min(BATCH, numbers.length - from);
            for (int k = 0; k < count; k++) {
                BYTES.set(batch, k * Double.BYTES, numbers[from + k]);
            }
            output.writeBytes(batch, 0, count * Double.BYTES);
        }
    }

    @Override
    public double[] read(Kryo kryo, Input input, Class<double[]> type) {
        int length = input.readVarInt(true) - 1;
        if (length < 0) {
            return null;
        }
        double[] numbers = new double[length];
        byte[] batch = new byte[Math.min(BATCH, length) * Double.BYTES];
        for (int from = 0; from < length; from += BATCH) {
            int count = Math.min(BATCH, length - from);
            input.readBytes(batch, 0, count * Double.BYTES);
            for (int k = 0; k < count; k++) {
                numbers[from + k] = (double) BYTES.get(batch, k * Double.BYTES);
            }
        }
        return numbers;
    }

    @Override
    public double[] copy(Kryo kryo, double[] original) {
        return original.clone();
    }
}
