package org.certifact.ml.result;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.certifact.matrix.FactorRow;

/**
 * Rows of a factor as Parquet's records, in the layout that Spark SQL gives {@code id}, {@code bias} and {@code factors}
 * (lists of three levels, as the format's LogicalTypes.md has them). Made by Parquet, by its class.
 */
public final class FactorRowSupport extends WriteSupport<FactorRow> {
    /** In the job's configuration: whether ids are bigint, not strings. */
    static final String WHOLE = "certifact.factor.whole.ids";

    private boolean whole;
    private RecordConsumer record;

    @Override
    @SuppressWarnings("deprecation") // the one that is abstract still
    public WriteContext init(Configuration job) {
        whole = job.getBoolean(WHOLE, false);
        Type id = whole
                ? Types.required(PrimitiveTypeName.INT64).named("id")
                : Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("id");
        MessageType schema = Types.buildMessage()
                .addField(id)
                .required(PrimitiveTypeName.DOUBLE)
                .named("bias")
                .addField(Types.requiredList()
                        .requiredElement(PrimitiveTypeName.DOUBLE)
                        .named("factors"))
                .named("factor");
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        record = consumer;
    }

    @Override
    public void write(FactorRow row) {
        record.startMessage();
        record.startField("id", 0);
        if (whole) {
            record.addLong(Long.parseLong(row.id()));
        } else {
            record.addBinary(Binary.fromString(row.id()));
        }
        record.endField("id", 0);
        record.startField("bias", 1);
        record.addDouble(row.bias());
        record.endField("bias", 1);
        record.startField("factors", 2);
        record.startGroup();
        if (row.factors().length > 0) {
            list(row.factors());
        }
        record.endGroup();
        record.endField("factors", 2);
        record.endMessage();
    }

    private void list(double[] values) {
        record.startField("list", 0);
        for (double value : values) {
            record.startGroup();
            record.startField("element", 0);
            record.addDouble(value);
            record.endField("element", 0);
            record.endGroup();
        }
        record.endField("list", 0);
    }
}
