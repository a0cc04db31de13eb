package org.certifact.linalg.kernel;

/** All loops of one strip width: rows no wider are {@link RowLoops} of their own, wider ones are taken in strips. */
interface VectorLoops extends RowLoops, StripLoops {}
