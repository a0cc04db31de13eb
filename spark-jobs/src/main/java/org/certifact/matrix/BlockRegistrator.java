package org.certifact.matrix;

import com.esotericsoftware.kryo.Kryo;
import java.util.ArrayList;
import org.apache.spark.serializer.KryoRegistrator;
import org.certifact.linalg.block.DenseBlock;
import org.certifact.linalg.block.SparseBlock;
import org.certifact.linalg.slack.NoSlack;
import org.certifact.linalg.slack.NonnegativeSlack;
import org.certifact.linalg.slack.RowNormSlack;
import org.certifact.linalg.slack.SumSlack;

/** Every class that travels between executors. Kryo runs with registration required, so a class missing here fails at once. */
public final class BlockRegistrator implements KryoRegistrator {
    @Override
    public void registerClasses(Kryo kryo) {
        for (Class<?> type : new Class<?>[] {
            SparseBlock.class,
            FactorBlock.class,
            FactorRow.class,
            DataBlock.class,
            DenseTile.class,
            DenseBlock.class,
            Coverage.class,
            SlackedPass.Part.class,
            SlackedPass.Order.class,
            SlackedPoint.class,
            LowRank.class,
            NonnegativeSlack.class,
            RowNormSlack.class,
            NoSlack.class,
            SumSlack.class,
            ResidualBlock.class,
            PanelMessage.class,
            Routes.class,
            EntryChunk.class,
            SortedChunk.class,
            DuplicatePair.class,
            RawRows.class,
            NeededColumns.class,
            ColumnIndex.class,
            ColumnSlice.class,
            ArrayList.class,
            int[].class,
            int[][].class,
            long[].class,
            double[][].class,
            String[].class,
            Object[].class,
        }) {
            kryo.register(type);
        }
        kryo.register(double[].class, new NumbersSerializer());
    }
}
