package org.certifact.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certifact.datasets.Tables.real;
import static org.certifact.datasets.Tables.sum;
import static org.certifact.datasets.Tables.table;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums as NumPy 2.4 gives them. Skipped where the data are not there. */
class RealTablesTest {
    @Test
    void cbclFaces() {
        DenseTable faces = table(real("cbcl/cbcl_361x2429_u8.npy"));
        assertThat(faces.rowCount()).isEqualTo(361);
        assertThat(faces.columnCount()).isEqualTo(2429);
        assertThat(sum(faces)).isEqualTo(59981036.0);
    }

    @Test
    void orlFaces() {
        DenseTable faces = table(real("orl/ORL_400x1024.npy")).picturing(new ImageShape(32, 32, 1));
        assertThat(faces.rowCount()).isEqualTo(400);
        assertThat(sum(faces)).isEqualTo(54429100.0);
    }

    @Test
    void coilObjects() {
        DenseTable objects = table(real("coil20/COIL20_1440x1024.npy"));
        assertThat(objects.rowCount()).isEqualTo(1440);
        assertThat(objects.rows().first().values()[0]).isEqualTo(0.01568627543747425);
    }

    @Test
    void digits() {
        String path = real("sklearn_digits/digits.csv.gz");
        DenseTable digits = table(TableOptions.defaults().withLeftOut(List.of("65")), path);
        assertThat(digits.rowCount()).isEqualTo(1797);
        assertThat(digits.columnCount()).isEqualTo(64);
        assertThat(sum(digits)).isEqualTo(561718.0);
        assertThat(table(path).columnCount()).isEqualTo(65);
    }

    @Test
    void leukemiaGenes() {
        DenseTable genes = table(real("esgolub/esGolub.csv.gz"));
        assertThat(genes.rowCount()).isEqualTo(5000);
        assertThat(genes.columnIds()).hasSize(38).startsWith("ALL_19769_B-cell");
        assertThat(genes.rows().first().id()).isEqualTo("M12759_at");
        assertThat(genes.missing().count()).isZero();
        assertThat(sum(genes)).isEqualTo(65006387.0);
    }
}
