package org.certifact.ml.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Options of the model and of the solver, kept in the report. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "solves")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SolverSpec.class, name = "completion"),
    @JsonSubTypes.Type(value = GaugedSpec.class, name = "gauged")
})
public sealed interface RunOptions permits SolverSpec, GaugedSpec {

    /** Relative gap to certify. */
    double tolerance();

    /** Whether everything is there that is needed to solve. */
    @JsonIgnore
    boolean isComplete();
}
