package org.certifact.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    /** Relative to this module's directory, where surefire runs. */
    private static final Path OPTIONS = Path.of("..", "..", "submit-scripts", "jvm.options");

    @Test
    void fileHoldsEveryOptionThatSparkAsksFor() throws IOException {
        assertThat(Files.readAllLines(OPTIONS))
                .contains(JavaModuleOptions.defaultModuleOptions().split(" "));
    }
}
