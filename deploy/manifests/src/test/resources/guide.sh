# What the commands of a guide become in GuideCommandsTest: themselves as far as they go without a cluster, Docker or a network.
helm() {
  [ "$1 $2" = 'upgrade --install' ] || { echo "no rule for helm $*" >&2; return 1; }
  shift 2
  command helm template "$@" --kube-version 1.33 >rendered.yaml 2>helm.log || { cat helm.log >&2; return 1; }
}
kubectl() {
  case "$*" in
    *create*) command kubectl "$@" --dry-run=client --output=yaml ;;
    'apply -f '*) test -f "$3" ;;
    'apply -k k8s/overlays/mine' | 'apply -f -' | label\ * | -n\ *) ;;
    'kustomize '*) command kubectl "$@" >/dev/null ;;
    *) echo "no rule for kubectl $*" >&2; return 1 ;;
  esac
}
docker() {
  case "$*" in
    'compose up'* | 'compose logs'*) "${COMPOSE[@]}" config --quiet ;;
    *) echo "no rule for docker $*" >&2; return 1 ;;
  esac
}
./mvnw() { test -x mvnw; }
deploy/smoke() { [[ "$1" = https://* ]] && test -x deploy/smoke; }
../smoke() { [[ "$1" = https://* ]] && test -x ../smoke; }
