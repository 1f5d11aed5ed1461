#!/usr/bin/env bash
# 网上预审: filled in without an account, looked at by the window, mended, passed. Usage: apply-online.sh [address]
set -euo pipefail

home=${1:-http://localhost:8080}
password=${ONEWINDOW_DEMO_PASSWORD:-onewindow-demo}

say() { printf '\n== %s\n' "$*" >&2; }

# call METHOD PATH [curl's own arguments]: every POST carries a key of its own.
call() {
  local method=$1 path=$2
  shift 2
  local arguments=(--silent --show-error --fail-with-body --request "$method" "$home$path" "$@")
  [ "$method" != POST ] || arguments+=(--header "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)")
  curl "${arguments[@]}"
}

say "The applicant begins; nobody signs in"
application=$(call POST /api/online --header 'Content-Type: application/json' --data '{
  "oneThing": "qykb",
  "answers": {"q_agent": "no"},
  "consent": true,
  "applicant": {"kind": "PERSON", "name": "张示例", "idType": "ID_CARD",
                "idNumber": "410311199001010001", "phone": "13800000000"}}')
number=$(jq -r .number <<<"$application")
mine=(--header "Query-Code: $(jq -r .queryCode <<<"$application")")
echo "$number"

say "One form: each field that must be filled, here with the dictionary's example"
# A value may make another field appear; go on until nothing is open.
for _ in 1 2 3; do
  open=$(call GET "/api/online/$number" "${mine[@]}" | jq -c '
    ([.gaps[].pointer | select(startswith("/form/")) | split("/")[2]] | unique) as $open
    | [.asks.fields[] | select(.code as $code | $open | index($code))
       | {(.code): (if .type == "TABLE"
                    then [[.columns[] | {(.code): .example}] | add]
                    else (if .example != "" then .example else .options[0].code end) end)}] | add // {}')
  [ "$open" = "{}" ] && break
  call PATCH "/api/online/$number/form" "${mine[@]}" --header 'Content-Type: application/json' --data "$open" >/dev/null
done

say "A photograph for the first material that the applicant brings"
material=$(jq -r '[.asks.materials[] | select(.origin == "APPLICANT")][0].key' <<<"$application")
photo=$(mktemp --suffix .png)
trap 'rm -f "$photo"' EXIT
base64 --decode >"$photo" <<<'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
call POST "/api/online/$number/materials/$material/files" "${mine[@]}" --form "file=@$photo" | jq -r '"\(.files | length) file"'

say "Handed in for the window's look"
call POST "/api/online/$number/submission" "${mine[@]}" | jq -r '"\(.status), looked at by \(.answerUntil)"'

say "The window sends it back once, each remark at its place"
clerk=(--user "clerk:$password" --header 'Content-Type: application/json')
call GET /api/pre-reviews "${clerk[@]}" | jq -r --arg number "$number" '.[] | select(.number == $number) | .title'
call POST "/api/applications/$number/pre-review/return" "${clerk[@]}" \
  --data '{"remarks": {"/form/org_name": "字号与已有的重名，请换一个"}}' >/dev/null

say "The applicant reads that, mends it, and hands it in again"
call GET "/api/online/$number" "${mine[@]}" | jq -r '.remarks[] | "\(.pointer): \(.text)"'
call PATCH "/api/online/$number/form" "${mine[@]}" --header 'Content-Type: application/json' \
  --data '{"org_name": "洛阳新名商贸有限公司"}' >/dev/null
call POST "/api/online/$number/submission" "${mine[@]}" >/dev/null

say "In order: the applicant comes with the originals"
call POST "/api/applications/$number/pre-review/pass" "${clerk[@]}" --data '{}' | jq -r .status
call POST "/api/applications/$number/arrival" "${clerk[@]}" | jq -r '"at the window: \(.status)"'
