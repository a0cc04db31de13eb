/**
 * Reads observed entries (row id, column id, value, weight) from delimited text, Parquet and Matrix Market files through the Hadoop
 * file systems. {@link org.certifact.datasets.EntryReader} is the way in, {@link org.certifact.datasets.EntrySet} what comes out.
 */
package org.certifact.datasets;
