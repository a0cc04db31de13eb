package org.certifact.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.certifact", importOptions = DoNotIncludeTests.class)
class ImportRulesTest {
    private static final String LINALG = "org.certifact.linalg..";
    private static final String CERTIFY = "org.certifact.linalg.certify..";
    private static final String SOLVER = "org.certifact.solver..";
    private static final String ML = "org.certifact.ml..";
    private static final String JOBS = "org.certifact.jobs..";

    @ArchTest
    static final ArchRule importsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("linalg")
            .definedBy(LINALG)
            .layer("datasets")
            .definedBy("org.certifact.datasets..")
            .layer("matrix")
            .definedBy("org.certifact.matrix..")
            .layer("solver")
            .definedBy(SOLVER)
            .layer("ml")
            .definedBy(ML)
            .layer("jobs")
            .definedBy(JOBS)
            .whereLayer("jobs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ml")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("solver")
            .mayOnlyBeAccessedByLayers("ml", "jobs")
            .whereLayer("matrix")
            .mayOnlyBeAccessedByLayers("solver", "ml", "jobs")
            .whereLayer("datasets")
            .mayOnlyBeAccessedByLayers("matrix", "solver", "ml", "jobs");

    @ArchTest
    static final ArchRule certifyNeverSeesTheSolver = noClasses()
            .that()
            .resideInAPackage(CERTIFY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SOLVER)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule linalgKnowsNoCluster = noClasses()
            .that()
            .resideInAPackage(LINALG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyMlTouchesSparkMl = noClasses()
            .that()
            .resideOutsideOfPackage(ML)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark.ml..")
            .allowEmptyShould(true);

    /** What {@link org.certifact.matrix.Shared} does without where no copy is needed. */
    @ArchTest
    static final ArchRule iterationsShareAndDoNotBroadcast = noClasses()
            .that()
            .resideInAnyPackage("org.certifact.matrix..", SOLVER)
            .and()
            .haveNameNotMatching("org\\.certifact\\.matrix\\.Shared(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark.broadcast..");

    @ArchTest
    static final ArchRule noBreeze = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("breeze..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyJobsHaveAMain = methods()
            .that()
            .haveName("main")
            .and()
            .areStatic()
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage(JOBS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Utils|Helper|Manager)").allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.certifact.(**)").should().beFreeOfCycles().allowEmptyShould(true);
}
