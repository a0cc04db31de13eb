"""A DAG for Airflow 3: completes new ratings every night and rechecks the result.

The last line on standard output is JSON, which BashOperator hands on by XCom. Exit code 2 is a valid gap above the
tolerance: here it marks the task as skipped, not failed.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from airflow.providers.standard.operators.bash import BashOperator
from airflow.providers.standard.operators.python import PythonOperator
from airflow.sdk import DAG

CERTIFACT = "/opt/certifact/submit-scripts/certifact"


def report(line: str) -> None:
    """Fails where the gap that was proved is too wide to publish the factors."""
    run = json.loads(line)
    print(f"rank {run['rank']}, no factors can be better by more than {run['relativeGap']:.2%}")
    if run["relativeGap"] > 0.01:
        raise ValueError(f"gap {run['relativeGap']}: not published")


with DAG(
    dag_id="certifact_ratings",
    start_date=datetime(2026, 1, 1),
    schedule="0 2 * * *",
    catchup=False,
    default_args={"retries": 1, "retry_delay": timedelta(minutes=10)},
) as dag:
    complete = BashOperator(
        task_id="complete",
        bash_command=(
            f"{CERTIFACT} complete --config /etc/certifact/ratings.conf "
            "--output /data/models/{{ ds }} --print json --log-format json"
        ),
        skip_on_exit_code=2,
        do_xcom_push=True,
    )
    check = PythonOperator(
        task_id="report",
        python_callable=report,
        op_args=["{{ ti.xcom_pull(task_ids='complete') }}"],
    )
    verify = BashOperator(task_id="verify", bash_command=f"{CERTIFACT} verify /data/models/{{{{ ds }}}}")

    complete >> check >> verify
