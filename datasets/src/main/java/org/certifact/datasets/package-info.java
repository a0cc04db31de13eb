/**
 * Reads through the Hadoop file systems: observed entries (row id, column id, value, weight) from delimited text, Parquet, Matrix Market and
 * libsvm files by {@link org.certifact.datasets.EntryReader} as an {@link org.certifact.datasets.EntrySet}; dense tables from delimited
 * text, .npy, Parquet and Matrix Market files by {@link org.certifact.datasets.TableReader}, and from images by
 * {@link org.certifact.datasets.ImageReader}, as a {@link org.certifact.datasets.DenseTable}.
 */
package org.certifact.datasets;
