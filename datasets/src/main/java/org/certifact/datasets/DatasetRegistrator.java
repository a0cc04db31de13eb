package org.certifact.datasets;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import org.apache.spark.serializer.KryoRegistrator;

/** The classes of this package that travel between executors. */
public final class DatasetRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        kryo.register(Line.class);
        kryo.register(Line[].class);
        kryo.register(Entry.class);
        kryo.register(Entry[].class);
        kryo.register(DenseRow.class);
        kryo.register(DenseRow[].class);
        kryo.register(Document.class);
        kryo.register(Document[].class);
        kryo.register(BadRecord.class);
        kryo.register(NpySlice.class);
        kryo.register(NpySlice[].class);
        kryo.register(ArrayCell.class);
        kryo.register(ArrayCell[].class);
        kryo.register(ImageSize.class);
        kryo.register(ImageSize[].class);
        // small, made on the driver, and full of collections that Kryo cannot make
        kryo.register(InputFiles.class, new JavaSerializer());
        kryo.register(LineNumbers.class, new JavaSerializer());
        kryo.register(LineNumbers.Count.class, new JavaSerializer());
        kryo.register(RowTally.class, new JavaSerializer());
    }
}
