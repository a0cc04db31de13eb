import hex.DataInfo;
import hex.genmodel.algos.glrm.GlrmInitialization;
import hex.genmodel.algos.glrm.GlrmLoss;
import hex.genmodel.algos.glrm.GlrmRegularizer;
import hex.glrm.GLRM;
import hex.glrm.GLRMModel;
import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import water.DKV;
import water.H2O;
import water.Key;
import water.fvec.Frame;
import water.fvec.NFSFileVec;
import water.parser.ParseDataset;
import water.util.TwoDimTable;

/**
 * H2O's GLRM in this process: quadratic loss and quadratic regularization, Σ_observed (y − u·v)² + λ (Σ‖u‖² + Σ‖v‖²), which is
 * twice the objective of {@code certifact complete} at weighting 0.
 *
 * <p>Arguments: a wide CSV file without a header, empty where unknown; rank; λ; most iterations; where to write the factors.
 */
final class Glrm {
    private Glrm() {}

    public static void main(String[] args) throws Exception {
        H2O.main(new String[] {"-disable_web", "-ip", "127.0.0.1", "-log_level", "FATAL", "-quiet", "-name", "compare-" + ProcessHandle.current().pid()});
        H2O.waitForCloudSize(1, 60_000);
        File file = new File(args[0]);
        Frame wide = ParseDataset.parse(Key.make("wide"), NFSFileVec.make(file)._key);
        GLRMModel.GLRMParameters p = new GLRMModel.GLRMParameters();
        p._train = wide._key;
        p._k = Integer.parseInt(args[1]);
        p._transform = DataInfo.TransformType.NONE;
        p._loss = GlrmLoss.Quadratic;
        p._regularization_x = GlrmRegularizer.Quadratic;
        p._regularization_y = GlrmRegularizer.Quadratic;
        p._gamma_x = Double.parseDouble(args[2]);
        p._gamma_y = p._gamma_x;
        p._init = GlrmInitialization.PlusPlus;
        p._max_iterations = Integer.parseInt(args[3]);
        p._max_updates = 2 * p._max_iterations;
        p._ignore_const_cols = false;
        p._seed = 1;
        long begin = System.nanoTime();
        GLRMModel model = new GLRM(p).trainModel().get();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        try (PrintWriter out = new PrintWriter(new File(args[4]), StandardCharsets.UTF_8)) {
            out.println(seconds + "," + model._output._iterations + "," + model._output._objective);
            Frame x = DKV.getGet(model._output._representation_key);
            for (long i = 0; i < x.numRows(); i++) {
                for (int k = 0; k < p._k; k++) {
                    out.print((k > 0 ? "," : "") + x.vec(k).at(i));
                }
                out.println();
            }
            TwoDimTable y = model._output._archetypes;
            for (int k = 0; k < p._k; k++) {
                for (int j = 0; j < y.getColDim(); j++) {
                    out.print((j > 0 ? "," : "") + y.get(k, j));
                }
                out.println();
            }
        }
        H2O.exit(0);
    }
}
