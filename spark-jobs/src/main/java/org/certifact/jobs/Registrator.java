package org.certifact.jobs;

import com.esotericsoftware.kryo.Kryo;
import java.util.HashMap;
import org.apache.spark.serializer.KryoRegistrator;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VarcharType;
import org.certifact.datasets.DatasetRegistrator;
import org.certifact.matrix.BlockRegistrator;
import org.certifact.ml.AlsRegistrator;
import org.certifact.ml.MlRegistrator;
import org.certifact.solver.SolverRegistrator;

/** Registers every class that Kryo writes: the project's, package by package, and the schemas that Spark SQL ships. */
public final class Registrator implements KryoRegistrator {
    private static final DataType[] SIMPLE = {
        DataTypes.BinaryType,
        DataTypes.BooleanType,
        DataTypes.ByteType,
        DataTypes.DateType,
        DataTypes.DoubleType,
        DataTypes.FloatType,
        DataTypes.IntegerType,
        DataTypes.LongType,
        DataTypes.NullType,
        DataTypes.ShortType,
        DataTypes.StringType,
        DataTypes.TimestampType,
        DataTypes.TimestampNTZType,
    };

    private static final Class<?>[] COMPOUND = {
        StructType.class,
        StructField.class,
        StructField[].class,
        Metadata.class,
        ArrayType.class,
        MapType.class,
        DecimalType.class,
        CharType.class,
        VarcharType.class,
        HashMap.class,
        org.apache.spark.util.io.ChunkedByteBuffer[].class,
    };

    @Override
    public void registerClasses(Kryo kryo) {
        new DatasetRegistrator().registerClasses(kryo);
        new BlockRegistrator().registerClasses(kryo);
        new SolverRegistrator().registerClasses(kryo);
        new MlRegistrator().registerClasses(kryo);
        new AlsRegistrator().registerClasses(kryo);
        for (DataType type : SIMPLE) {
            kryo.register(type.getClass());
        }
        for (Class<?> type : COMPOUND) {
            kryo.register(type);
        }
    }
}
