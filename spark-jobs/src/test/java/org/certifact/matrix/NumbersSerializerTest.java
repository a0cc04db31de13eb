package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersSerializerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 5000})
    void everyBitComesBackWhateverTheBuffer(int length) {
        double[] numbers = new double[length];
        for (int k = 0; k < length; k++) {
            numbers[k] = Double.longBitsToDouble(bits(k));
        }
        for (int buffer : new int[] {64, 1 << 16}) {
            Output output = new Output(buffer, -1);
            kryo().writeObject(output, numbers);
            double[] back = kryo().readObject(new Input(output.toBytes()), double[].class);
            assertThat(back).hasSize(length);
            for (int k = 0; k < length; k++) {
                assertThat(Double.doubleToRawLongBits(back[k])).isEqualTo(Double.doubleToRawLongBits(numbers[k]));
            }
        }
    }

    @Test
    void nothingAndSomethingEmptyAreDifferent() {
        Output output = new Output(64, -1);
        kryo().writeObjectOrNull(output, null, double[].class);
        kryo().writeObjectOrNull(output, new double[0], double[].class);
        Input input = new Input(output.toBytes());
        assertThat(kryo().readObjectOrNull(input, double[].class)).isNull();
        assertThat(kryo().readObjectOrNull(input, double[].class)).isEmpty();
    }

    private static Kryo kryo() {
        Kryo kryo = new Kryo();
        kryo.register(double[].class, new NumbersSerializer());
        return kryo;
    }

    /** Bit patterns of all kinds of doubles, NaNs with payloads included. */
    private static long bits(int k) {
        return k % 5 == 0 ? 0x7ff8000000000000L + k : IdOrder.hash(String.valueOf(k));
    }
}
