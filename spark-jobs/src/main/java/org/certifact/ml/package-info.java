/** What meets Spark ML: its transformers turn texts into term counts, and its vectors become rows or entries of a matrix. */
package org.certifact.ml;
