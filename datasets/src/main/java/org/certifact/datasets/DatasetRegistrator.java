package org.certifact.datasets;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;

/** The classes of this package that Kryo writes. */
public final class DatasetRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(Line.class);
        kryo.register(Line[].class);
        kryo.register(Entry.class);
        kryo.register(Entry[].class);
        kryo.register(BadRecord.class);
    }
}
