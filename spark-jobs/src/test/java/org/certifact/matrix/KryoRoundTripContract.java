package org.certifact.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.Kryo;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.serializer.SerializerInstance;
import org.certifact.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.reflect.ClassTag;

/** What a package's registrator owes: every class that it registers comes back from Spark's serializer as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KryoRoundTripContract {

    protected abstract KryoRegistrator registrator();

    /** At least one object of every registered class. */
    protected abstract List<Object> examples();

    @BeforeAll
    void startSpark() {
        SharedSpark.context();
    }

    @Test
    void everyRegisteredClassHasAnExample() {
        Kryo kryo = new Kryo();
        int first = kryo.getNextRegistrationId();
        registrator().registerClasses(kryo);
        List<Class<?>> registered = new ArrayList<>();
        for (int id = first; id < kryo.getNextRegistrationId(); id++) {
            registered.add(kryo.getRegistration(id).getType());
        }
        List<Class<?>> shown = new ArrayList<>();
        examples().forEach(example -> shown.add(example.getClass()));
        assertThat(registered).isNotEmpty();
        assertThat(shown).containsAll(registered);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anObjectComesBackAsItWas(Object example) {
        SerializerInstance serializer = SparkEnv.get().serializer().newInstance();
        ClassTag<Object> any = ClassTag.apply(Object.class);
        Object copy = serializer.deserialize(serializer.serialize(example, any), any);
        assertThat(copy).hasSameClassAs(example);
        if (!(example instanceof Enum)) {
            assertThat(copy).isNotSameAs(example);
        }
        assertThat(copy).usingRecursiveComparison().isEqualTo(example);
    }
}
