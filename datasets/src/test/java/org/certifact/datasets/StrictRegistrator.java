package org.certifact.datasets;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The classes of the module, and the schemas that Spark ships for Parquet: with registration required, tests meet what is missing. */
public final class StrictRegistrator implements KryoRegistrator {
    private static final DataType[] SIMPLE = {
        DataTypes.BooleanType,
        DataTypes.ByteType,
        DataTypes.DoubleType,
        DataTypes.FloatType,
        DataTypes.IntegerType,
        DataTypes.LongType,
        DataTypes.NullType,
        DataTypes.ShortType,
        DataTypes.StringType,
    };

    private static final Class<?>[] COMPOUND = {
        StructType.class, StructField.class, StructField[].class, Metadata.class, ArrayType.class, DecimalType.class,
    };

    @Override
    public void registerClasses(Kryo kryo) {
        new DatasetRegistrator().registerClasses(kryo);
        for (DataType type : SIMPLE) {
            kryo.register(type.getClass());
        }
        for (Class<?> type : COMPOUND) {
            kryo.register(type);
        }
    }
}
